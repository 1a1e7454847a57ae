"""Whisper base on this computer, by faster-whisper: optional, and never in the app's process.

recogniser     samples in, draft out, by processes that are kept
worker         what runs in them: loads the model, then hears what it is sent
model          the model's folder: the owner's, or joined from packages; its hash is checked
"""
