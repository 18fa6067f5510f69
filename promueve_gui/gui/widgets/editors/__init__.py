"""One editor per kind of field, all with the same face: ``value``, ``set_value`` and the signal ``edited``."""
