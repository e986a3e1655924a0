function Get-InnkeeperModuleFault {
    <#
    .SYNOPSIS
        Why the module of a command that was not found could not be loaded; null when there is no such module, or it lacks the command.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param (
        # As it was called: Module\Command.
        [Parameter(Mandatory)] [string] $CommandName
    )
    if (-not $CommandName.Contains('\')) { return $null }
    $module = $CommandName.Split('\')[0]
    if ($null -ne (Get-Module -Name $module) -or $null -eq (Get-Module -ListAvailable -Name $module)) { return $null }
    try { Import-Module -Name $module -ErrorAction Stop }
    catch { return "the module $module is on this host and cannot be loaded: $(Get-InnkeeperErrorText $_)" }
    $null
}
