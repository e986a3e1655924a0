function Protect-InnkeeperSecret {
    <#
    .SYNOPSIS
        Seals bytes with DPAPI for this machine. Machine scope, for the account that enrols is not the one that runs.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param ([Parameter(Mandatory)] [byte[]] $Bytes)
    # The comma keeps the array from being walked byte by byte.
    , [System.Security.Cryptography.ProtectedData]::Protect($Bytes, $null, [System.Security.Cryptography.DataProtectionScope]::LocalMachine)
}
