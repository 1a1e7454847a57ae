"""All sessions and their pictures.

gallery_list       search, filter, order, and a card for each session
gallery_session    one session
spoken_alone       sessions in which learners spoke and no picture is left
gallery_picture    one of its pictures in full
gallery_memory     what a tab keeps of the gallery
dropped_file       settings from a picture file
"""
