# Replaces DPAPI, which throws for data that it did not encrypt on this machine: here, for an empty file.
function Unprotect-InnkeeperSecret ([byte[]] $Bytes) {
    if ($Bytes.Length -eq 0) { throw [System.Security.Cryptography.CryptographicException]::new('The data is invalid.') }
    , [byte[]] @(foreach ($byte in $Bytes) { $byte -bxor 255 })
}
