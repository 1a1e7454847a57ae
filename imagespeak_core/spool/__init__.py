"""What is paid for or recorded, and not in the store yet: on this computer's own disk meanwhile.

spool    keeps what is on its way, and stores it where its maker could not
places   where on the disk
files    whole files, each of one process; those of dead processes find a new owner
"""
