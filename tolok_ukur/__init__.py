"""Measures against lower limits, in fresh processes. No test, no thresholds (docs/antarmuka.md)."""
