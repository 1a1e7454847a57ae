"""Teachers' page: pictures of one plan side by side, with price and numbers."""

from __future__ import annotations

import streamlit as st

from pages.components.lab import lab_changes, lab_experiment, lab_list, lab_setup
from pages.components.picture import deletion_dialog
from pages.components.shell import addresses, model_notice

opened = st.query_params.get(addresses.EXPERIMENT_PARAMETER)
if opened:
    lab_experiment.draw(opened)
else:
    st.header("Prompt Lab", anchor=False)
    model_notice.draw()
    deletion_dialog.show_report()
    lab_changes.show_error()
    lab_setup.draw()
    lab_list.draw()
