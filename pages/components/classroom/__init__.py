"""A class, as its teacher and its learners see it.

class_list          a teacher's classes, and the form for a new one
class_page          an opened class, in four parts:
class_prepare       making pictures
class_candidates    the pictures that are not in the lesson
class_lesson        the lesson
class_notes         notes and target words of its pictures
class_share         link, code and QR code
class_settings      what learners may see, and the end
class_deletion      deleting a class
class_changes       a change, made on the state that the page showed
class_memory        what a tab keeps of a class
projector           the current picture, as large as can be
stage_tools         the projector's timer, full screen and keys
class_view          what learners see
read_only           what lies in a session in which nobody makes pictures
join_class          where learners type the code
"""
