"""Things as a hand holds them: what is drawn there, in metres around the grip at (0, 0)."""
