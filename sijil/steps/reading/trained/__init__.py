"""The trained reader: a small transformer that reads the whole report once, and gives its opinion on every option.

models/reader-en tells how the English weights were made. It sees the text and the marks that a language pack's rules
put on it.
"""
