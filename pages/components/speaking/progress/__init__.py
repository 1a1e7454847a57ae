"""The learner's attempts over time, in a panel that is closed at first.

progress_panel      all of it: pictures of numbers, a table, the way to take all away or delete it
progress_memory     what a tab keeps of it
progress_series     what is drawn and told of each figure
progress_chart      a small picture of numbers
progress_pictures   each picture: what was found at first and last time
everything_deleted  all attempts and recordings go at once
"""
