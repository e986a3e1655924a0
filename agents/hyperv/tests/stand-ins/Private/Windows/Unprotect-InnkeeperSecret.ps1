# Replaces DPAPI.
function Unprotect-InnkeeperSecret ([byte[]] $Bytes) { , [byte[]] @(foreach ($byte in $Bytes) { $byte -bxor 255 }) }
