"""Around every page: frame, access, sign-in, session, addresses, messages, wiring."""
