"""Records as they are typed in, checked, logged and taken back."""
