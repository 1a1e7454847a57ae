"""What can really be seen of a painted picture: who and what, where, and how they are related."""
