"""The window around the pages: menus, sidebar, banner, status bar, dialogs."""
