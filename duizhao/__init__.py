"""Duizhao 对照: district reports held side by side, every figure traceable to its sentence."""
