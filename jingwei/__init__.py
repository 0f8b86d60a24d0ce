"""Jingwei 经纬: the whole work of a district science and technology bureau."""
