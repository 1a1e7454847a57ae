"""Experiments.

lab_setup         a new one, from the form to the start
lab_form          the settings that all its pictures have in common
lab_axes          the settings that change, and their values
lab_choices       what can be chosen, with prices
lab_history       the last prompts of the session
lab_preview       what a plan comes to
lab_list          all experiments
lab_experiment    one experiment
lab_cells         how far each of its pictures is
lab_look          its pictures side by side
lab_ratings       stars and notes in their order
lab_numbers       what they took and cost
lab_chart         time and price as bars
lab_take_away     files
lab_reuse         a picture's settings, taken into other pages
lab_rename        another name
lab_changes       what presses do to experiments
lab_words         a picture of an experiment in words
lab_memory        what a tab keeps of the lab
"""
