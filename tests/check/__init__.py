"""Tests of stage 7: the finished artifact is compared with the résumé."""
