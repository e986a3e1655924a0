function Test-InnkeeperTeamAdapter {
    <#
    .SYNOPSIS
        Returns whether Windows created a network adapter for a team (LBFO): by its component, or by its description.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param (
        [Parameter(Mandatory)] [object] $Adapter
    )
    $component = [string] (Get-InnkeeperProperty $Adapter 'ComponentID')
    # Localized versions of Windows call it "Multiplexor", "Multiplexortreiber", "multiplexeur".
    $description = [string] (Get-InnkeeperProperty $Adapter 'InterfaceDescription')
    $component -like '*ms_implat_mp' -or $description -like '*multiplex*'
}
