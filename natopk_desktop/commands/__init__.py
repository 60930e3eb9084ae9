"""The commands of ``natopk``, one module each: ``add`` declares its arguments, ``run`` does it."""
