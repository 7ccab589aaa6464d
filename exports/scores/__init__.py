"""Score sheets as workbooks that go to a commune and come back."""
