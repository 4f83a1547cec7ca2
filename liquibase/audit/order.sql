--liquibase formatted sql

-- what one transaction writes is read in the order in which it was written
--changeset maru:auth-audit-logs-order
alter table auth_audit_logs alter column created_at set default clock_timestamp();
