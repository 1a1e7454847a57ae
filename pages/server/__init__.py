"""Our own part of the server: routes, the first load, the server's end."""
