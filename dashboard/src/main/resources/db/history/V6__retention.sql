-- How long each level is kept, and what it takes. A column of a block that is not kept any longer is empty (x''): changing the
-- table for null would copy the whole history.

-- Days that each level is kept, null: for ever. The newest row counts.
create table keep_times (
    id integer primary key,
    window_days integer,
    second_days integer,
    minute_days integer,
    entered_by text not null,
    entered_at integer not null
) strict;

-- The first ten minutes of a series that have not been looked at for a level's keep time.
create table thinned (
    series integer not null references series,
    level text not null,
    span integer not null,
    primary key (series, level)
) strict, without rowid;

-- What a series takes, in bytes. Kept by the triggers below, whoever writes: nobody has to count a year of blocks for a page.
create table tally (
    series integer primary key references series,
    blocks integer not null default 0,
    windows integer not null default 0,
    seconds integer not null default 0,
    waveforms integer not null default 0
) strict;

insert into tally (series, blocks, windows, seconds)
    select series, count(*), sum(length(windows)), sum(length(seconds) + length(tens)) from block group by series;
insert into tally (series, waveforms)
    select series, sum(length(data)) from waveform where true group by series
    on conflict (series) do update set waveforms = excluded.waveforms;

create trigger block_written after insert on block begin
    insert into tally (series) values (new.series) on conflict (series) do nothing;
    update tally set blocks = blocks + 1, windows = windows + length(new.windows),
        seconds = seconds + length(new.seconds) + length(new.tens) where series = new.series;
end;

create trigger block_changed after update on block begin
    update tally set windows = windows + length(new.windows) - length(old.windows),
        seconds = seconds + length(new.seconds) + length(new.tens) - length(old.seconds) - length(old.tens)
        where series = new.series;
end;

create trigger block_deleted after delete on block begin
    update tally set blocks = blocks - 1, windows = windows - length(old.windows),
        seconds = seconds - length(old.seconds) - length(old.tens) where series = old.series;
end;

create trigger waveform_written after insert on waveform begin
    insert into tally (series) values (new.series) on conflict (series) do nothing;
    update tally set waveforms = waveforms + length(new.data) where series = new.series;
end;

create trigger waveform_changed after update on waveform begin
    update tally set waveforms = waveforms + length(new.data) - length(old.data) where series = new.series;
end;
