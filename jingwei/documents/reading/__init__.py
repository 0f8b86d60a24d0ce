"""读表：按内容辨认文件，在受限子进程中读成中性网格。

From the bytes of a file to a neutral grid. Knows no Django. `launch.read` runs `worker` in a process with limits on
memory, time and output; what comes back is a `grid.Book`, or `refusals.Refused` with the reason and the way out.
"""
