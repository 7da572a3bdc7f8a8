-- Windows in blocks of ten minutes, and what they make at coarser steps. Values are millionths of a volt or ampere.

-- What came in, one row for each batch, in order of arrival, until all of it is in blocks. The newest row always stays: numbers
-- are never given twice.
create table journal (
    id integer primary key,
    windows blob not null
) strict;

-- Ten minutes of a series; the small columns first, so that reading them does not read the large one.
create table block (
    series integer not null references series,
    -- number of the ten minutes since the epoch
    span integer not null,
    -- the newest row of the journal that is in it: a start does not read it and older ones again
    journal integer not null,
    tens blob not null,
    seconds blob not null,
    windows blob not null,
    primary key (series, span)
) strict;

-- Blocks that could not be read when their span was to be written again.
create table damaged_block (
    id integer primary key,
    series integer not null references series,
    span integer not null,
    tens blob not null,
    seconds blob not null,
    windows blob not null
) strict;

-- A minute, ten minutes, an hour or a day of a series. The mean is total / samples.
create table rollup (
    series integer not null references series,
    -- width of the step and start of it since the epoch, in seconds
    step integer not null,
    start integer not null,
    minimum integer not null,
    maximum integer not null,
    total real not null,
    samples integer not null,
    primary key (series, step, start)
) strict, without rowid;

-- The table voltage of earlier versions is emptied into blocks at the first start, and then dropped.
