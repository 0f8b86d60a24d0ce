"""项目：各级各类科技项目台账。 S&T projects of every level and programme, and subsidies from above."""
