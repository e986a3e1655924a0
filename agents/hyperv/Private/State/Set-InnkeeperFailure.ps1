function Set-InnkeeperFailure {
    <#
    .SYNOPSIS
        Notes that a run, or a part of it, failed: one event for as long as it fails in the same way, a line in the log each time.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,

        # Null where the state itself could not be read: then nobody knows what was said before.
        [Parameter(Mandatory)] [AllowNull()] [System.Collections.Specialized.OrderedDictionary] $State,

        # What failed, as a key of the state: each part has its own.
        [Parameter(Mandatory)] [ValidateSet('runFailure', 'readFailure')] [string] $Part,
        [Parameter(Mandatory)] [string] $Message
    )
    $level = 'Error'
    if ($null -ne $State) {
        if ($State[$Part] -eq $Message) { $level = 'Information' }
        $State[$Part] = $Message
        $State['lastError'] = Limit-InnkeeperText $Message 1024
        $State['lastErrorAt'] = ConvertTo-InnkeeperTime (Get-InnkeeperTime)
    }
    Write-InnkeeperLog $Path $level 1207 $Message
}
