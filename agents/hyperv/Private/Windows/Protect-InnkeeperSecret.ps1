function Protect-InnkeeperSecret {
    <#
    .SYNOPSIS
        Encrypts bytes with DPAPI for this machine. Machine scope, because the account that enrols is not the one that runs.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param ([Parameter(Mandatory)] [byte[]] $Bytes)
    # The comma keeps the array from being unrolled byte by byte.
    , [System.Security.Cryptography.ProtectedData]::Protect($Bytes, $null, [System.Security.Cryptography.DataProtectionScope]::LocalMachine)
}
