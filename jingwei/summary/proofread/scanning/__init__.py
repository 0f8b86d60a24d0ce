"""数字 figures: finds the numbers of a text that count or measure something, with scale, unit and hedge."""

from jingwei.summary.proofread.scanning.scanner import figures_of

__all__ = ["figures_of"]
