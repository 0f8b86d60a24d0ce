"""称号：资质、平台、人才、奖励、荣誉。 Anything conferred: qualifications, platforms, talents, awards, honours."""
