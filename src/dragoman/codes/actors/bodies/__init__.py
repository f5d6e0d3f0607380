"""Bodies: organisations and their members, groups, organs of states, media."""
