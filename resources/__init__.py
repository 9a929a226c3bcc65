"""What ships beside the code: icons, the embedded sample, networks, desktop files."""
