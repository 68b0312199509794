insert into account (kind, role, digest, status, source, primary_address, display_name, created_at, updated_at)
values (:kind, :role, :digest, 'ACTIVE', 'LOCAL', :primary, :name, :now, :now)
