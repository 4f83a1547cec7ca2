--liquibase formatted sql

--changeset maru:auth-sessions-proofs
alter table auth_sessions add column proofs jsonb not null default '{}';
comment on column auth_sessions.proofs is 'by what means, and when last (in milliseconds since 1970), the person has proved here who they are';
