"""One picture, and the form that asks for one."""
