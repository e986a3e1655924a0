function Unprotect-InnkeeperSecret {
    <#
    .SYNOPSIS
        Opens what Protect-InnkeeperSecret has sealed on this machine.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param ([Parameter(Mandatory)] [byte[]] $Bytes)
    # The comma keeps the array from being walked byte by byte.
    , [System.Security.Cryptography.ProtectedData]::Unprotect($Bytes, $null, [System.Security.Cryptography.DataProtectionScope]::LocalMachine)
}
