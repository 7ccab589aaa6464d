"""The book under torture: killed writers, cut power, full disks, long days. Run by `make torture`."""
