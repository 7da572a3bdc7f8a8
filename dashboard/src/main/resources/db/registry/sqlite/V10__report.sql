-- Reports of finished jobs, and who hands them over.

-- What a report rests on beside the measurements, as it was when the first one was made.
create table report (
    job text primary key,
    -- see ReportNumber: follows from the job, never given twice
    number text not null unique,
    -- the vehicle, its radio, the instruments and the letterhead of that time, as JSON
    at_the_time text not null,
    site text not null,
    bay text not null,
    from_nanos integer not null,
    to_nanos integer not null,
    -- 1: something of its time has arrived since its newest revision
    late integer not null default 0 check (late in (0, 1))
) strict, without rowid;

create index report_time on report (site, bay, to_nanos);

-- The reports as they were said, as JSON. A revision is never changed.
create table report_revision (
    job text not null references report,
    revision integer not null check (revision >= 1),
    made_at integer not null,
    body text not null,
    primary key (job, revision)
) strict, without rowid;

-- Name and address of the workshop: the newest row counts.
create table letterhead (
    id integer primary key,
    name text not null,
    address text not null,
    entered_by text not null,
    entered_at integer not null
) strict;
