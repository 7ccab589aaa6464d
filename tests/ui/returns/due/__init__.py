"""Tests of the due board on screen."""
