-- An exemption by address remembered which object of the former tenant had it.
update exemption set entra_id = null where subject like '%@%' and entra_id is not null
