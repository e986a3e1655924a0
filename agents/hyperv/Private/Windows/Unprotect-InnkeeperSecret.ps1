function Unprotect-InnkeeperSecret {
    <#
    .SYNOPSIS
        Decrypts data that Protect-InnkeeperSecret encrypted on this machine.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param ([Parameter(Mandatory)] [byte[]] $Bytes)
    # The comma keeps the array from being unrolled byte by byte.
    , [System.Security.Cryptography.ProtectedData]::Unprotect($Bytes, $null, [System.Security.Cryptography.DataProtectionScope]::LocalMachine)
}
