"""Portal pages that combine the apps."""
