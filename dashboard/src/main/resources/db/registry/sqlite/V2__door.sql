-- Who may come in. Times are milliseconds since the epoch.

create table person (
    id integer primary key,
    name text not null unique collate nocase check (length(name) between 1 and 64),
    role text not null check (role in ('manager', 'technician')),
    -- argon2id, with its salt and parameters in the string
    password_hash text not null,
    active integer not null default 1 check (active in (0, 1)),
    created_at integer not null
) strict;

create table bay_token (
    id integer primary key,
    -- SHA-256 of the token, hex
    hash text not null unique,
    site text not null,
    bay text not null,
    created_at integer not null
) strict;

create table audit (
    id integer primary key,
    at integer not null,
    who text not null,
    what text not null,
    about text not null,
    address text not null
) strict;

create index audit_at on audit (at);
