function Set-InnkeeperFailure {
    <#
    .SYNOPSIS
        Records that a run, or a part of it, failed: one event for as long as it fails in the same way, a log line each time.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [hashtable] $Path,

        # Null if the state itself could not be read: the previous failure is then unknown.
        [Parameter(Mandatory)] [AllowNull()] [System.Collections.Specialized.OrderedDictionary] $State,

        # The failed part, as a key of the state.
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
