"""Tests of `tuyenduong import` and `tuyenduong template`."""
