"""What is configured: every `IMAGESPEAK_…` name, where it was written, and what it means.

fields    each setting, its default and limits
checks    whether a value can be what it says
values    text as people write it: quotes, white space, `${…}`, placeholders, lists
places    where files with settings are looked for
files     what stands in them
names     which names are settings, or were meant to be
notes     what was found and does not count
reading   all of it together, with everything that is wrong
live      what counts without a restart when a file changes

`python -m imagespeak_core.settings` prints them all.
"""

from imagespeak_core.settings.fields import BEDROCK_DAY_LIMIT, PREFIX, Settings, setting_name
from imagespeak_core.settings.reading import load_settings

__all__ = ["BEDROCK_DAY_LIMIT", "PREFIX", "Settings", "load_settings", "setting_name"]
