"""What makes a set of forms sound: its forms, their columns, the rules over them, how they are printed."""
