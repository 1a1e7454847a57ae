"""Pictures of a session, and the form that asks for one.

practice_image     the one that is looked at, and the strip of all
picture_buttons    lead to a picture, or to another one
picture_large      it, as large as the window
picture_panels     its prompt, words, details and download
picture_names      what it is called
picture_facts      what is known of it beyond its key
picture_news       tells that it is being made, and that it is there
picture_memory     what a tab keeps of the pictures
level              the learner's level of English
ideas              which everyday scene is drawn next
prompt_form        what to show, quality, shape, seed
prompt_memory      what a tab keeps of that form
settings_reuse     a picture's settings, taken into that form
why_waiting        what is said meanwhile
generation         how a picture is asked for, waited for and shown
deletion_dialog    the question before pictures are deleted
"""
