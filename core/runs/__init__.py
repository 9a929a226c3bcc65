"""Every training, stored: the database and folders, and what is learnt from stored runs."""
