function Get-InnkeeperHash {
    <#
    .SYNOPSIS
        Returns the SHA-256 of bytes, in lower-case hexadecimal digits.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [byte[]] $Bytes)
    $hash = [System.Security.Cryptography.SHA256]::Create()
    try { [System.BitConverter]::ToString($hash.ComputeHash($Bytes)).Replace('-', '').ToLowerInvariant() }
    finally { $hash.Dispose() }
}
